import { createRoot } from 'react-dom/client'
import { App } from './App'
import './styles/page.css'
import './styles/shell.css'
import './styles/switches.css'
import './styles/places.css'
import './styles/drawer.css'
import './styles/toasts.css'
import './styles/controls.css'
import './styles/choices.css'
import './styles/menus.css'
import './styles/surfaces.css'
import './styles/feedback.css'
import './styles/data.css'
import './styles/charts.css'

const root = document.getElementById('page')
if (root) createRoot(root).render(<App />)
