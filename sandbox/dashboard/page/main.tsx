import { createRoot } from 'react-dom/client'
import { App } from './App'
import './styles/page.css'
import './styles/controls.css'
import './styles/surfaces.css'
import './styles/data.css'

const root = document.getElementById('page')
if (root) createRoot(root).render(<App />)
